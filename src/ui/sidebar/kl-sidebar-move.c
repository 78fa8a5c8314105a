/* kl-sidebar-move.c: a topic goes to another place in its plan
 *
 * The plan's list is the document's order: a topic, then all that is under it. A move takes a topic with all that and
 * puts it elsewhere; the list is then numbered with the numbers that it has, so that only what lies between changes.
 */

#include "config.h"

#include "kl-sidebar-move.h"

/* As deep as a document's headings go, below that of the section. */
#define MAX_LEVELS 4

typedef struct Node Node;

struct Node
{
  KlSubject *subject;
  Node *parent;
  GPtrArray *children;
};

typedef struct
{
  Node root;
  GPtrArray *nodes;
  GHashTable *by_id;
} Tree;

static void
node_free (gpointer data)
{
  Node *node = data;

  g_object_unref (node->subject);
  g_ptr_array_unref (node->children);
  g_free (node);
}

static void
tree_free (Tree *tree)
{
  g_ptr_array_unref (tree->root.children);
  g_hash_table_unref (tree->by_id);
  g_ptr_array_unref (tree->nodes);
  g_free (tree);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tree, tree_free)

/* As the list does, a subject whose parent is not before it counts as one of the first level. */
static Tree *
tree_new (KlPlan *plan)
{
  GListModel *subjects = kl_plan_get_subjects (plan);
  guint n_subjects = g_list_model_get_n_items (subjects);
  Tree *tree = g_new0 (Tree, 1);

  tree->root.children = g_ptr_array_new ();
  tree->nodes = g_ptr_array_new_with_free_func (node_free);
  tree->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_subjects; i++)
    {
      Node *node = g_new0 (Node, 1);
      const char *parent;

      node->subject = g_list_model_get_item (subjects, i);
      node->children = g_ptr_array_new ();
      parent = kl_subject_get_parent (node->subject);
      node->parent = parent != NULL ? g_hash_table_lookup (tree->by_id, parent) : NULL;
      if (node->parent == NULL)
        node->parent = &tree->root;
      g_ptr_array_add (node->parent->children, node);
      g_ptr_array_add (tree->nodes, node);
      g_hash_table_insert (tree->by_id, (gpointer) (guintptr) kl_record_get_id (KL_RECORD (node->subject)), node);
    }

  return tree;
}

static Node *
find (Tree      *tree,
      KlSubject *subject)
{
  return g_hash_table_lookup (tree->by_id, kl_record_get_id (KL_RECORD (subject)));
}

static guint
get_index (Node *node)
{
  guint index = 0;

  g_ptr_array_find (node->parent->children, node, &index);
  return index;
}

static guint
get_level (Node *node)
{
  guint level = 0;

  for (Node *above = node->parent; above->subject != NULL; above = above->parent)
    level++;
  return level;
}

static guint
get_height (Node *node)
{
  guint height = 0;

  for (guint i = 0; i < node->children->len; i++)
    height = MAX (height, 1 + get_height (node->children->pdata[i]));
  return height;
}

/* A heading has no depth of its own: it stands where the deepest of its topics does. */
static KlDepth
get_depth (Node *node)
{
  KlDepth depth = kl_subject_get_depth (node->subject);

  if (kl_subject_get_kind (node->subject) == KL_SUBJECT_GROUP)
    for (guint i = 0; i < node->children->len; i++)
      depth = MAX (depth, get_depth (node->children->pdata[i]));
  return depth;
}

/* Of the first level only those that the list shows in the same section are neighbours. */
static gboolean
are_neighbours (Node *node,
                Node *other)
{
  return kl_subject_get_kind (other->subject) != KL_SUBJECT_EXERCISE
         && (node->parent->subject != NULL || get_depth (node) == get_depth (other));
}

static Node *
find_neighbour (Node *node,
                int   by)
{
  GPtrArray *siblings = node->parent->children;

  for (int i = (int) get_index (node) + by; i >= 0 && i < (int) siblings->len; i += by)
    if (are_neighbours (node, siblings->pdata[i]))
      return siblings->pdata[i];

  return NULL;
}

static void
flatten (Node      *node,
         GPtrArray *order)
{
  if (node->subject != NULL)
    g_ptr_array_add (order, node->subject);
  for (guint i = 0; i < node->children->len; i++)
    flatten (node->children->pdata[i], order);
}

static gboolean
is_numbered (GPtrArray *nodes)
{
  for (guint i = 1; i < nodes->len; i++)
    {
      Node *before = nodes->pdata[i - 1];
      Node *node = nodes->pdata[i];

      if (kl_record_get_position (KL_RECORD (before->subject)) >= kl_record_get_position (KL_RECORD (node->subject)))
        return FALSE;
    }

  return TRUE;
}

static void
number (Tree     *tree,
        KlChange *change)
{
  g_autoptr(GPtrArray) order = g_ptr_array_new ();
  gboolean keeps_numbers = is_numbered (tree->nodes);

  flatten (&tree->root, order);
  for (guint i = 0; i < order->len; i++)
    {
      KlRecord *record = order->pdata[i];
      Node *there = tree->nodes->pdata[i];
      gint64 position = keeps_numbers ? kl_record_get_position (KL_RECORD (there->subject)) : (gint64) i + 1;

      if (kl_record_get_position (record) != position)
        kl_change_set_integer (change, record, "position", position);
    }
}

static KlChange *
move (Tree  *tree,
      Node  *node,
      Node  *parent,
      guint  index)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_MOVE_SUBJECT, kl_subject_get_title (node->subject));
  guint old = get_index (node);

  g_ptr_array_remove_index (node->parent->children, old);
  if (node->parent == parent && old < index)
    index--;
  g_ptr_array_insert (parent->children, (int) index, node);
  if (node->parent != parent)
    kl_change_set_string (change, KL_RECORD (node->subject), "parent",
                          parent->subject != NULL ? kl_record_get_id (KL_RECORD (parent->subject)) : NULL);
  node->parent = parent;
  number (tree, change);
  return kl_change_get_n_operations (change) > 0 ? g_steal_pointer (&change) : NULL;
}

static gboolean
can_hold (Node *parent,
          Node *node)
{
  for (Node *above = parent; above->subject != NULL; above = above->parent)
    if (above == node)
      return FALSE;

  if (parent->subject == NULL)
    return TRUE;
  return kl_subject_get_kind (parent->subject) != KL_SUBJECT_EXERCISE
         && get_level (parent) + 1 + get_height (node) < MAX_LEVELS;
}

/**
 * kl_sidebar_move_new_step:
 * @plan: a plan
 * @subject: a topic or group of it
 * @step: where to
 *
 * Returns: (transfer full) (nullable): the change that moves it with all that is under it, %NULL where it cannot go
 *   there
 */
KlChange *
kl_sidebar_move_new_step (KlPlan        *plan,
                          KlSubject     *subject,
                          KlSidebarStep  step)
{
  g_autoptr(Tree) tree = tree_new (plan);
  Node *node = find (tree, subject);
  Node *other;

  g_return_val_if_fail (node != NULL, NULL);

  if (step == KL_SIDEBAR_STEP_OUT)
    return node->parent->subject != NULL ? move (tree, node, node->parent->parent, get_index (node->parent) + 1) : NULL;

  other = find_neighbour (node, step == KL_SIDEBAR_STEP_DOWN ? 1 : -1);
  if (other == NULL)
    return NULL;
  if (step == KL_SIDEBAR_STEP_IN)
    return can_hold (other, node) ? move (tree, node, other, other->children->len) : NULL;
  return move (tree, node, node->parent, get_index (other) + (step == KL_SIDEBAR_STEP_DOWN ? 1 : 0));
}

/**
 * kl_sidebar_move_new:
 * @plan: a plan
 * @subject: a topic or group of it
 * @target: another
 * @spot: where, beside @target
 *
 * Returns: (transfer full) (nullable): the change that moves @subject there with all that is under it, %NULL where it
 *   cannot go there, or is there
 */
KlChange *
kl_sidebar_move_new (KlPlan        *plan,
                     KlSubject     *subject,
                     KlSubject     *target,
                     KlSidebarSpot  spot)
{
  g_autoptr(Tree) tree = tree_new (plan);
  Node *node = find (tree, subject);
  Node *other = find (tree, target);
  Node *parent;

  if (node == NULL || other == NULL || node == other)
    return NULL;

  parent = spot == KL_SIDEBAR_SPOT_INTO ? other : other->parent;
  if (!can_hold (parent, node))
    return NULL;
  /* Beside a topic of another section it would not be seen where it was put. */
  if (parent->subject == NULL && get_depth (node) != get_depth (other))
    return NULL;

  if (spot == KL_SIDEBAR_SPOT_INTO)
    return move (tree, node, other, other->children->len);
  return move (tree, node, parent, get_index (other) + (spot == KL_SIDEBAR_SPOT_AFTER ? 1 : 0));
}

/**
 * kl_sidebar_move_can_hold:
 * @plan: a plan
 * @subject: a subject of it
 *
 * Returns: whether a topic can stand under it
 */
gboolean
kl_sidebar_move_can_hold (KlPlan    *plan,
                          KlSubject *subject)
{
  guint level = 0;

  for (KlSubject *above = subject; above != NULL && level < MAX_LEVELS;
       above = kl_plan_find_subject (plan, kl_subject_get_parent (above)))
    level++;
  return kl_subject_get_kind (subject) != KL_SUBJECT_EXERCISE && level < MAX_LEVELS;
}
