// Where one reads what one was told.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../shell/roots";

/** What is new. */
export const noticesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/notices",
  component: lazyRouteComponent(() => import("./Notices"), "Notices"),
});
