// What was done with the customer, day by day, the latest first.
import { Button, Skeleton, Stack, Text } from "@mantine/core";
import CarFront from "lucide-react/icons/car-front";
import CircleDot from "lucide-react/icons/circle-dot";
import ListTodo from "lucide-react/icons/list-todo";
import type { LucideIcon } from "lucide-react";
import Mail from "lucide-react/icons/mail";
import Phone from "lucide-react/icons/phone";
import Users from "lucide-react/icons/users";
import { useTranslation } from "react-i18next";
import { api, type Wire } from "../api/client";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { DateText } from "../shared/values";
import classes from "./customers.module.css";
import { useWords } from "./words";

type Activity = Wire["ActivityView"];

const PAGE_ROWS = 12;
const icons: Record<string, LucideIcon> = { call: Phone, email: Mail, meeting: Users, task: ListTodo, travel: CarFront };

/** The activities. */
export function Activities({ id }: { id: string }) {
  const { t } = useTranslation("customers");
  const found = api.useInfiniteQuery("get", "/api/v1/customers/{id}/activities", { params: { path: { id }, query: { limit: PAGE_ROWS } } }, {
    pageParamName: "after",
    initialPageParam: "0",
    getNextPageParam: (page: { next?: string | null }) => page.next ?? undefined,
  });
  const all = found.data?.pages.flatMap((page) => page.items) ?? [];
  const isEmpty = found.isSuccess && all.length === 0;
  return (
    <Panel title={t("activities")} lead={isEmpty ? t("activities.none") : t("activities.lead")} flush={isEmpty}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={240} /> : null}
      <ol className={classes.days}>
        {byDay(all).map(([day, activities]) => (
          <li key={day} className={classes.day}>
            <Text size="xs" fw={600} c="dimmed">
              <DateText value={day} />
            </Text>
            {activities.map((activity) => (
              <Event key={activity.id} activity={activity} />
            ))}
          </li>
        ))}
      </ol>
      {found.hasNextPage ? (
        <Stack mt="sm" align="flex-start">
          <Button variant="default" size="xs" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t("activities.more")}
          </Button>
        </Stack>
      ) : null}
    </Panel>
  );
}

function byDay(activities: Activity[]): [string, Activity[]][] {
  const days = new Map<string, Activity[]>();
  for (const activity of activities) days.set(activity.date, [...(days.get(activity.date) ?? []), activity]);
  return [...days];
}

function Event({ activity }: { activity: Activity }) {
  const { t } = useTranslation("customers");
  const shared = useTranslation().t;
  const { activityKind } = useWords();
  const Icon = icons[activity.kind ?? ""] ?? CircleDot;
  const kind = activity.kind ? activityKind(activity.kind) : t("activity");
  const category = activity.category ? shared(`category.${activity.category}` as "category.service", { defaultValue: activity.category }) : undefined;
  return (
    <div className={classes.event}>
      <span className={classes.kind} aria-hidden>
        <Icon size={15} />
      </span>
      <div>
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>{activity.subject || kind}</Text>
        <Text size="xs" c="dimmed">
          {[activity.subject ? kind : undefined, activity.seller, category].filter(Boolean).join(" · ")}
        </Text>
      </div>
      <Text size="xs" c="dimmed" className="figures">
        {activity.minutes === null || activity.minutes === undefined ? "" : t("minutes", { number: activity.minutes })}
      </Text>
    </div>
  );
}
