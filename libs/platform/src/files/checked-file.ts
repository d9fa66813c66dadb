/** What a checking child is told: the file, and where a picture that is made anew goes. */
export type CheckTask = { readonly path: string; readonly clean: string };

/** What a file is by its content, or why it is refused. `rewritten`: the picture was made anew, without what it carried along. */
export type CheckAnswer =
  | { readonly media: 'pdf' | 'docx' | 'png' | 'jpeg' | 'webp'; readonly rewritten: boolean }
  | { readonly refusal: 'file.type' | 'file.damaged' | 'file.active' | 'file.limits'; readonly message: string };
