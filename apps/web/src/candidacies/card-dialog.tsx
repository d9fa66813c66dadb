import { ContactLogForm } from '../poaching/parts/contact-log-form.js';
import { SubmitDialog } from '../portal/parts/submit-dialog.js';
import { NewTask } from '../tasks/parts/new-task.js';
import type { BoardStage, Card } from './board-state.js';
import { PlacementDialog, ReopenDialog } from './card-dialogs.js';
import { ExitDialog } from './exit-dialog.js';
import { NextActionDialog } from './parts/next-action-dialog.js';
import { HistoryDialog } from './history-dialog.js';
import type { CardDialog } from './use-card-actions.js';
import type { useMoves } from './use-moves.js';

type Props = {
  kind: CardDialog;
  card: Card;
  stages: readonly Pick<BoardStage, 'id' | 'name' | 'group'>[];
  moves: ReturnType<typeof useMoves>;
  onClose: () => void;
};

/** The dialog that a card asked for. */
export function CardDialogOf({ kind, card, stages, moves, onClose }: Props) {
  switch (kind) {
    case 'exit':
      return <ExitDialog card={card} onExit={moves.exit} onClose={onClose} />;
    case 'reopen':
      return (
        <ReopenDialog
          card={card}
          stages={stages}
          onClose={onClose}
          onReopen={(one, stageId, note) => moves.reopen({ card: one, stageId, note })}
        />
      );
    case 'next':
      return <NextActionDialog card={card} onClose={onClose} />;
    case 'place':
      return <PlacementDialog card={card} onClose={onClose} />;
    case 'history':
      return <HistoryDialog card={card} onUndo={moves.undoStep} onClose={onClose} />;
    case 'log':
      return (
        <ContactLogForm
          name={card.candidateName}
          candidateId={card.candidateId}
          searchId={card.searchId}
          onClose={onClose}
        />
      );
    case 'submit':
      return <SubmitDialog people={[card]} onClose={onClose} />;
    case 'task':
      return <NewTask subject={{ type: 'candidacy', id: card.id }} onClose={onClose} />;
  }
}
