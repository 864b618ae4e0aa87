// The customer's page: no sign-in, no frame.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../shell/roots";

/** What a customer reads behind a key. */
export const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/welcome/$key",
  component: lazyRouteComponent(() => import("./Welcome"), "Welcome"),
});
