// The client of the server's API. Every call either returns what the OpenAPI document promises or throws a `ProblemError`.
import createClient, { type Middleware } from "openapi-fetch";
import createQueries from "openapi-react-query";
import { ProblemError, problemOf, unreachable } from "./problem";
import type { components, paths } from "./schema";

/** The wire types by name. */
export type Wire = components["schemas"];

const problems: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw new ProblemError(await problemOf(response));
  },
  onError({ error }) {
    return error instanceof ProblemError || isAbort(error) ? undefined : new ProblemError(unreachable);
  },
};

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

/** Calls outside of components. */
export const client = createClient<paths>({ baseUrl: "/" });
client.use(problems);

/** Calls inside of components: `api.useQuery("get", "/api/v1/overview")`, `api.useMutation("post", ...)`. */
export const api = createQueries(client);
