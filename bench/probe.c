/* SPDX-FileCopyrightText: The Patron contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Starts a program and watches the screen until it has painted its first
 * frame, from outside, so that every program is measured alike.
 *
 *   bench-probe PROGRAM [ARGUMENT…]
 *
 * The first frame is there when a top-level window of at least 200 by 150
 * pixels shows eight colours or more, and 0.03 % of its pixels have another
 * than the commonest one. Prints the milliseconds from the fork to then, and
 * the milliseconds of processor time that the program and its children had
 * used by then; asks the program to end, and ends it if it does not. */

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/Xdamage.h>
#include <errno.h>
#include <glib.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MIN_WIDTH 200
#define MIN_HEIGHT 150
#define MIN_COLOURS 8
#define MIN_SHARE 0.0003
#define POLL_MILLISECONDS 4
#define TIMEOUT_SECONDS 60
#define MAX_WINDOWS 64

typedef struct
{
  Display        *display;
  Window          root;
  int             damage_event;
  XShmSegmentInfo shared;
  XImage         *image;
  Window          windows[MAX_WINDOWS];
  guint           n_windows;
} Probe;

static double
now (clockid_t clock)
{
  struct timespec time;

  if (clock_gettime (clock, &time) != 0)
    return 0;
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* Windows come and go while they are looked at. */
static int
ignore_error_cb (Display     *display,
                 XErrorEvent *event)
{
  return 0;
}

static gboolean
open_screen (Probe *self)
{
  int width, height, error_base;

  self->display = XOpenDisplay (NULL);
  if (self->display == NULL
      || !XDamageQueryExtension (self->display, &self->damage_event,
                                 &error_base))
    return FALSE;
  XSetErrorHandler (ignore_error_cb);
  self->root = DefaultRootWindow (self->display);
  width = DisplayWidth (self->display, DefaultScreen (self->display));
  height = DisplayHeight (self->display, DefaultScreen (self->display));

  self->image = XShmCreateImage (
      self->display, DefaultVisual (self->display, 0),
      (guint) DefaultDepth (self->display, 0), ZPixmap, NULL, &self->shared,
      (guint) width, (guint) height);
  self->shared.shmid
      = shmget (IPC_PRIVATE,
                (gsize) self->image->bytes_per_line * (gsize) height,
                IPC_CREAT | 0600);
  self->shared.shmaddr = shmat (self->shared.shmid, NULL, 0);
  self->image->data = self->shared.shmaddr;
  if (!XShmAttach (self->display, &self->shared))
    return FALSE;
  XSync (self->display, False);
  shmctl (self->shared.shmid, IPC_RMID, NULL);

  XSelectInput (self->display, self->root, SubstructureNotifyMask);
  XDamageCreate (self->display, self->root, XDamageReportRawRectangles);
  XSync (self->display, False);
  return TRUE;
}

/* Whether the part of the screen that the window covers is painted. */
static gboolean
is_painted (Probe           *self,
            XWindowAttributes *place)
{
  guint32 colours[MIN_COLOURS];
  gsize counts[MIN_COLOURS] = { 0 };
  gsize n_colours = 0;
  gsize total = 0;
  gsize most = 0;
  int left = MAX (place->x, 0);
  int top = MAX (place->y, 0);
  int right = MIN (place->x + place->width, self->image->width);
  int bottom = MIN (place->y + place->height, self->image->height);

  for (int y = top; y < bottom; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer)
          (self->image->data + (gsize) y * (gsize) self->image->bytes_per_line);

      for (int x = left; x < right; x++)
        {
          guint32 pixel = row[x] & 0xffffff;
          gsize i = 0;

          total++;
          while (i < n_colours && colours[i] != pixel)
            i++;
          if (i < n_colours)
            counts[i]++;
          else if (n_colours < MIN_COLOURS)
            {
              colours[n_colours] = pixel;
              counts[n_colours++] = 1;
            }
        }
    }
  for (gsize i = 0; i < n_colours; i++)
    most = MAX (most, counts[i]);
  return n_colours == MIN_COLOURS
         && (double) (total - most) >= MIN_SHARE * (double) total;
}

static gboolean
find_frame (Probe *self)
{
  gboolean grabbed = FALSE;

  for (guint i = 0; i < self->n_windows; i++)
    {
      XWindowAttributes place;

      if (!XGetWindowAttributes (self->display, self->windows[i], &place)
          || place.map_state != IsViewable || place.width < MIN_WIDTH
          || place.height < MIN_HEIGHT)
        continue;
      if (!grabbed)
        grabbed = XShmGetImage (self->display, self->root, self->image, 0, 0,
                                AllPlanes);
      if (grabbed && is_painted (self, &place))
        return TRUE;
    }
  return FALSE;
}

static void
take_events (Probe *self)
{
  while (XPending (self->display) > 0)
    {
      XEvent event;

      XNextEvent (self->display, &event);
      if (event.type == MapNotify && self->n_windows < MAX_WINDOWS)
        self->windows[self->n_windows++] = event.xmap.window;
    }
}

/* The processor time of a process, of those it waited for, and of those that
 * it has running now. */
static double
get_cpu (pid_t pid)
{
  g_autofree char *stat = NULL;
  g_autofree char *stat_path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *tasks_path = g_strdup_printf ("/proc/%d/task", pid);
  g_autoptr (GDir) tasks = g_dir_open (tasks_path, 0, NULL);
  const char *task;
  clockid_t clock;
  double sum = 0;
  long waited_user, waited_system;

  if (clock_getcpuclockid (pid, &clock) == 0)
    sum += now (clock);
  if (g_file_get_contents (stat_path, &stat, NULL, NULL)
      && strrchr (stat, ')') != NULL
      && sscanf (strrchr (stat, ')') + 1,
                 " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %ld "
                 "%ld",
                 &waited_user, &waited_system) == 2)
    sum += (double) (waited_user + waited_system) * 1e3
           / (double) sysconf (_SC_CLK_TCK);
  while (tasks != NULL && (task = g_dir_read_name (tasks)) != NULL)
    {
      g_autofree char *path
          = g_strdup_printf ("%s/%s/children", tasks_path, task);
      g_autofree char *children = NULL;
      g_auto (GStrv) pids = NULL;

      if (!g_file_get_contents (path, &children, NULL, NULL))
        continue;
      pids = g_strsplit (g_strstrip (children), " ", -1);
      for (gsize i = 0; pids[i] != NULL; i++)
        if (*pids[i] != '\0')
          sum += get_cpu (atoi (pids[i]));
    }
  return sum;
}

static void
stop (pid_t pid)
{
  kill (-pid, SIGTERM);
  for (int i = 0; i < 300; i++)
    {
      if (waitpid (pid, NULL, WNOHANG) == pid)
        {
          kill (-pid, SIGKILL);
          return;
        }
      g_usleep (10 * 1000);
    }
  kill (-pid, SIGKILL);
  waitpid (pid, NULL, 0);
}

static gboolean
wait_for_frame (Probe *self,
                pid_t    pid,
                double   start)
{
  struct pollfd fd
      = { .fd = ConnectionNumber (self->display), .events = POLLIN };

  while (now (CLOCK_MONOTONIC) - start < TIMEOUT_SECONDS * 1e3)
    {
      poll (&fd, 1, POLL_MILLISECONDS);
      take_events (self);
      if (self->n_windows > 0 && find_frame (self))
        return TRUE;
      if (waitpid (pid, NULL, WNOHANG) == pid)
        return FALSE;
    }
  return FALSE;
}

int
main (int    argc,
      char **argv)
{
  Probe screen = { 0 };
  double start, frame, cpu;
  pid_t pid;

  if (argc < 2)
    {
      fprintf (stderr, "Usage: bench-probe PROGRAM [ARGUMENT…]\n");
      return 2;
    }
  if (!open_screen (&screen))
    {
      fprintf (stderr, "bench-probe: no usable X display\n");
      return 1;
    }
  start = now (CLOCK_MONOTONIC);
  pid = fork ();
  if (pid == 0)
    {
      setpgid (0, 0);
      execvp (argv[1], argv + 1);
      fprintf (stderr, "bench-probe: %s: %s\n", argv[1], g_strerror (errno));
      _exit (127);
    }
  if (pid < 0 || !wait_for_frame (&screen, pid, start))
    {
      fprintf (stderr, "bench-probe: %s painted nothing\n", argv[1]);
      if (pid > 0)
        kill (-pid, SIGKILL);
      return 1;
    }
  frame = now (CLOCK_MONOTONIC) - start;
  cpu = get_cpu (pid);
  stop (pid);
  printf ("%.2f %.2f\n", frame, cpu);
  return 0;
}
