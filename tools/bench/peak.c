/* peak.c: runs a program, and prints how much memory it had at its peak, in kilobytes
 *
 * klearn-bench-peak PROGRAM ARGUMENT…
 *
 * A program of its own, since a process begins with the peak of the one that started it: this one has next to none.
 */

#include "config.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void
run (char **command)
{
  int nothing = open ("/dev/null", O_WRONLY | O_CLOEXEC);

  if (nothing >= 0 && dup2 (nothing, STDOUT_FILENO) >= 0)
    execv (command[0], command);
  perror (command[0]);
  _exit (EXIT_FAILURE);
}

int
main (int    argc,
      char **argv)
{
  struct rusage usage;
  pid_t process;
  int status;

  if (argc < 2)
    {
      fprintf (stderr, "usage: klearn-bench-peak PROGRAM ARGUMENT…\n");
      return EXIT_FAILURE;
    }

  process = fork ();
  if (process == 0)
    run (argv + 1);
  if (process < 0 || wait4 (process, &status, 0, &usage) != process)
    {
      perror (argv[1]);
      return EXIT_FAILURE;
    }

  printf ("%ld\n", usage.ru_maxrss);
  return WIFEXITED (status) ? WEXITSTATUS (status) : EXIT_FAILURE;
}
