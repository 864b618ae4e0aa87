// Somebody else's page. Every time it is fetched the look is written down, so it is fetched once, and again only after something was done here.
import { Skeleton } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { api } from "../api/client";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Frame } from "./Frame";
import { Sheet } from "./Sheet";
import type { Person } from "./types";

/** The page. */
export function Theirs() {
  const { person: id } = useParams({ strict: false }) as { person: string };
  const found = api.useQuery("get", "/api/v1/staffing/people/{id}", { params: { path: { id } } }, { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, retry: false });
  const person = found.data as unknown as Person | undefined;
  return (
    <Frame at="theirs" {...(person === undefined ? {} : { title: person.seller.name })}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={420} radius={12} /> : null}
      {person === undefined ? null : <Sheet key={person.seller.id} person={person} />}
    </Frame>
  );
}
