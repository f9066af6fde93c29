import type { ComponentType } from "react";
import type { WorkspaceGiven } from "./ways.ts";

/** Public pages do without it: a browser fetches it with the rest of the words, a server has it from the beginning. */
export const workspacePart: { Workspace: ComponentType<WorkspaceGiven> | null } = {
  Workspace: import.meta.env.SSR ? (await import("./workspace.tsx")).Workspace : null,
};

export async function fetchWorkspace(): Promise<void> {
  workspacePart.Workspace ??= (await import("./workspace.tsx")).Workspace;
}
