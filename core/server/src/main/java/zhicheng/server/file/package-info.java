/**
 * The bytes of evidence files (佐证材料): where they lie ({@link zhicheng.server.file.FileStore}: a folder, or an object store), what is looked at before they are kept,
 * and the signed, short-lived addresses by which they come and go. What a file belongs to, and who may bring, arrange and take it, the commands of
 * {@code zhicheng.server.dossier} decide.
 */
package zhicheng.server.file;
