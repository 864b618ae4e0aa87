// "Align" as a room: alignments, one with its proposals, the work on a proposal, its adoption.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import MapPinned from "lucide-react/icons/map-pinned";
import type { Room } from "../shell/rooms";
import { frameRoute } from "../shell/roots";

const getParentRoute = () => frameRoute;

/** Who has which unit, and which account manager every hunter works with. */
export const alignmentsRoom: Room = {
  path: "/align",
  name: "room.alignments",
  icon: MapPinned,
  may: "alignments.see",
  place: "loop",
  routes: [
    createRoute({ getParentRoute, path: "/align", component: lazyRouteComponent(() => import("./Alignments"), "Alignments") }),
    createRoute({ getParentRoute, path: "/align/$id", component: lazyRouteComponent(() => import("./AlignmentPage"), "AlignmentPage") }),
    createRoute({ getParentRoute, path: "/align/$id/$key", component: lazyRouteComponent(() => import("./ProposalPage"), "ProposalPage") }),
    createRoute({ getParentRoute, path: "/align/$id/$key/adopt", component: lazyRouteComponent(() => import("./AdoptPage"), "AdoptPage") }),
  ],
};
