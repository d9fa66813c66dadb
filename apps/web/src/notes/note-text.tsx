import { Anchor } from '@mantine/core';
import { Fragment } from 'react';
import type { DocumentMark, DocumentNode } from '@domain/notes/document.js';
import { isSafeLink } from '@domain/notes/document.rules.js';
import classes from './note-editor.module.css';

/** A note's document as it reads: elements alone, never HTML of a note. */
export function NoteText({ document }: { document: DocumentNode }) {
  return <div className={classes.text}>{children(document)}</div>;
}

function children({ content = [] }: DocumentNode) {
  return content.map((node, index) => <Fragment key={index}>{element(node)}</Fragment>);
}

function element(node: DocumentNode): React.ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p>{children(node)}</p>;
    case 'bulletList':
      return <ul>{children(node)}</ul>;
    case 'orderedList':
      return <ol>{children(node)}</ol>;
    case 'listItem':
      return <li>{children(node)}</li>;
    case 'hardBreak':
      return <br />;
    case 'mention':
      return <span className={classes.mention}>@{node.attrs?.label}</span>;
    default:
      return (node.marks ?? []).reduce<React.ReactNode>(marked, node.text);
  }
}

function marked(text: React.ReactNode, { type, attrs }: DocumentMark): React.ReactNode {
  if (type === 'bold') return <strong>{text}</strong>;
  if (type === 'italic') return <em>{text}</em>;
  if (!isSafeLink(attrs?.href)) return text;
  return (
    <Anchor href={attrs?.href} target="_blank" rel="noreferrer noopener" inherit>
      {text}
    </Anchor>
  );
}
