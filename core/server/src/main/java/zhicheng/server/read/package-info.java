/**
 * Ad hoc filters and selections become one SQL statement per root field, under a viewer.
 * {@link zhicheng.server.read.Nouns} says what can be read, {@link zhicheng.server.read.Visibility} by whom,
 * {@link zhicheng.server.read.Compiler} how it is asked for, {@link zhicheng.server.read.Reader} asks.
 */
package zhicheng.server.read;
