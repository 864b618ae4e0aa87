// Errors of the server (RFC 9457): a title, and a detail that says what to do.
import type { components } from "./schema";

type Problem = Pick<components["schemas"]["Problem"], "title" | "detail" | "status"> & {
  /** The detail in both languages, where the server knows it in both. */
  said?: { en: string; "zh-Hant": string } | undefined;
};

/** What is thrown where the server refuses. Status 0: it was not reached. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.title}: ${problem.detail}`);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

/** No answer came. */
export const unreachable: Problem = { title: "", detail: "", status: 0 };

/** The problem in an answer; one without a problem document becomes one of its status. */
export async function problemOf(response: Response): Promise<Problem> {
  try {
    const body = (await response.clone().json()) as Partial<Problem>;
    if (typeof body.title === "string" && typeof body.detail === "string") {
      return { title: body.title, detail: body.detail, status: response.status, said: body.said };
    }
  } catch {
    // Not JSON: a proxy in between answered.
  }
  return { title: response.statusText || String(response.status), detail: "", status: response.status };
}

/** Whether an error is a problem of this status. */
export function isStatus(error: unknown, status: number): boolean {
  return error instanceof ProblemError && error.problem.status === status;
}
