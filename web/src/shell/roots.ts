// The two stems that all routes grow from: the bare page, and the frame that only people who are signed in see.
import { createRootRoute, createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { api } from "../api/client";
import { isStatus } from "../api/problem";
import { queries } from "../api/queries";
import { speak } from "./language";
import { Missing, Failed } from "./Missing";

/** The bare page. */
export const rootRoute = createRootRoute({ notFoundComponent: Missing });

/** The frame: navigation around a room. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "frame",
  component: lazyRouteComponent(() => import("./Frame"), "Frame"),
  errorComponent: Failed,
  beforeLoad: async ({ location }) => {
    try {
      const me = await queries.ensureQueryData(api.queryOptions("get", "/api/v1/me"));
      await speak(me.locale);
    } catch (error) {
      if (isStatus(error, 401)) throw redirect({ to: "/sign-in", search: { from: location.href } });
      throw error;
    }
  },
});
