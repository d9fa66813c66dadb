import type { Permission } from './access/permissions.js';
import { type Actor, may } from './access/policy.js';
import { Refusal, type RefusalCode } from './refusal.js';

/** One way from state to state, and who may go it. */
export type Transition<State extends string> = {
  readonly from: readonly State[];
  readonly to: State;
  readonly needs: Permission;
};

/** A state machine as data: what one does → where it leads. */
export type Transitions<State extends string> = Readonly<Record<string, Transition<State>>>;

/** Why a row in `state` cannot go this way; the refusal tells the state and those from which it leads on. */
export function whyNotPass<State extends string>(
  transition: Transition<State>,
  state: State,
  code: RefusalCode,
): Refusal | undefined {
  if (transition.from.includes(state)) return undefined;
  return new Refusal(code, undefined, { state, from: transition.from });
}

/** The ways that the actor may go from `state`, by name: for `abilities`. */
export function passable<State extends string>(actor: Actor, table: Transitions<State>, state: State): string[] {
  return Object.entries(table)
    .filter(([, { from, needs }]) => from.includes(state) && may(actor, needs))
    .map(([name]) => name);
}
