#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

typedef struct _OpinionServer OpinionServer;

/* Answers a message of the server. */
typedef void (*OpinionServerFunc) (OpinionServer     *self,
                                   SoupServerMessage *message);

/* Answers on a bare connection, in a thread; what is left open is closed. */
typedef void (*OpinionServerRawFunc) (GIOStream *connection);

/**
 * OpinionServer:
 * @url: where it is, to be entered as an address
 * @n_requests: how often it was asked, or connected to
 * @authorization: what the last request had in this header
 * @body: what was sent last
 *
 * A real server on this computer.
 */
struct _OpinionServer
{
  char                 *url;
  guint                 n_requests;
  char                 *authorization;
  char                 *body;

  SoupServer           *server;
  OpinionServerFunc     answer;
  GSocketService       *service;
  OpinionServerRawFunc  raw;
  const char           *content;
  guint                 status;
  gsize                 n_sent;
};

gboolean       opinion_server_can_run   (void);
OpinionServer *opinion_server_new       (OpinionServerFunc     answer);
OpinionServer *opinion_server_new_raw   (OpinionServerRawFunc  raw);
void           opinion_server_free      (OpinionServer        *self);
void           opinion_server_say       (SoupServerMessage    *message,
                                         guint                 status,
                                         const char           *type,
                                         const char           *body);
char          *opinion_server_dup_reply (const char           *content);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OpinionServer, opinion_server_free)

G_END_DECLS
