// The frame around every room: navigation left (a drawer on phones), the room right.
import { AppShell, Burger, Group, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure, useFocusTrap } from "@mantine/hooks";
import { Outlet, useLocation } from "@tanstack/react-router";
import Search from "lucide-react/icons/search";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Navigation } from "./Navigation";
import { openPalette, Palette } from "./Palette";
import classes from "./Frame.module.css";
import { Mark } from "./Mark";

/** The frame. */
export function Frame() {
  const { t } = useTranslation("shell");
  const [opened, { toggle, close }] = useDisclosure();
  const trap = useFocusTrap(opened);
  const { pathname } = useLocation();
  const room = useRef<HTMLElement>(null);
  const before = useRef(pathname);
  useEffect(() => {
    // A screen reader starts with the new room instead of staying on the link that led there.
    if (before.current !== pathname) room.current?.focus({ preventScroll: true });
    before.current = pathname;
    close();
  }, [pathname, close]);
  return (
    <AppShell
      header={{ height: { base: 54, sm: 0 } }}
      navbar={{ width: 236, breakpoint: "sm", collapsed: { mobile: !opened } }}
      padding={0}
      transitionDuration={150}
    >
      <a className={classes.skip} href="#room">
        {t("skip")}
      </a>
      <AppShell.Header hiddenFrom="sm" className={classes.header}>
        <Group h="100%" px="sm" justify="space-between" wrap="nowrap">
          <Burger opened={opened} onClick={toggle} size="sm" aria-label={t(opened ? "menu.close" : "menu.open")} aria-expanded={opened} />
          <Group gap={8} wrap="nowrap">
            <Mark />
            <Text fw={620}>Tandem</Text>
          </Group>
          <UnstyledButton onClick={openPalette} aria-label={t("palette.open")} className={classes.find}>
            <Search size={20} aria-hidden />
          </UnstyledButton>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.rail} data-opened={opened || undefined} ref={trap} aria-label={t("navigation")}>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main id="room" ref={room} tabIndex={-1}>
        <Outlet />
      </AppShell.Main>
      <Palette />
    </AppShell>
  );
}
