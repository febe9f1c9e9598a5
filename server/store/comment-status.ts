/** How far editors have come with a comment, in the order in which they usually get there. */
export const commentStatuses = ['new', 'in-progress', 'fixed', 'no-action', 'handed-over'] as const;

export type CommentStatus = (typeof commentStatuses)[number];
