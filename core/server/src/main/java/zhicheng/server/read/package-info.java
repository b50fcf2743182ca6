/**
 * Ad hoc filters and selections become one SQL statement per root field at most, under a viewer.
 * {@link zhicheng.server.read.Nouns} says what can be read, {@link zhicheng.server.read.Visible} by whom, {@link zhicheng.server.read.Root} what a root
 * field asks. {@link zhicheng.server.read.Compiler} makes a {@link zhicheng.server.read.Plan} of it: a statement whose values are
 * {@link zhicheng.server.read.Given} by each request, and its {@link zhicheng.server.read.Cost}. {@link zhicheng.server.read.Reader} asks it through
 * {@link zhicheng.server.read.ReadPool}; the answer's JSON is PostgreSQL's own, but for the {@link zhicheng.server.read.Cursors}.
 *
 * <p>The next noun is a declaration in {@code Nouns}, a predicate in {@code Visible}, its columns granted and its policy written in a migration, its type in
 * the SDL, {@code ListsSdlTest} run once with {@code -Dgolden.write=true}, and golden queries.
 */
package zhicheng.server.read;
