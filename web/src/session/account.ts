// Where one changes oneself.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "../shell/roots";

/** One's own account. */
export const accountRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/account",
  component: lazyRouteComponent(() => import("./Account"), "Account"),
});
