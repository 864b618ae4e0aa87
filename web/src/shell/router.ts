// Addresses. Filters are plain words in them, so that they can be read, shared and written by hand.
import { createRouter } from "@tanstack/react-router";
import { whenSignedOut, queries } from "../api/queries";
import { noticesRoute } from "../notices/room";
import { accountRoute } from "../session/account";
import { signInRoute } from "../session/room";
import { welcomeRoute } from "../welcome/room";
import { Missing } from "./Missing";
import { rooms } from "./rooms";
import { frameRoute, rootRoute } from "./roots";

const frame = frameRoute.addChildren([...rooms.flatMap((room) => room.routes), accountRoute, noticesRoute]);

function parse(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

function write(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== "");
  const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return text === "" ? "" : `?${text}`;
}

/** The router. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([signInRoute, welcomeRoute, frame]),
  defaultNotFoundComponent: Missing,
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  parseSearch: parse,
  stringifySearch: write,
});

// A session that has ended leads to the sign-in page and from there back to where one was.
whenSignedOut(() => {
  const { pathname, href } = router.state.location;
  if (pathname === "/sign-in") return;
  queries.removeQueries({ queryKey: ["get", "/api/v1/me"] });
  void router.navigate({ to: "/sign-in", search: { from: href, ended: "1" } });
});
