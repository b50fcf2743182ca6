/**
 * What happens by itself when a day comes, once however many servers there are: each {@link zhicheng.server.clockwork.Chore} is a step that can be taken at any
 * instant that is handed in.
 *
 * <p>A new chore is one class: a singleton that is a {@code Chore}; {@link zhicheng.server.clockwork.Clockwork} finds it. One that ends dossiers asks
 * {@code Dossiers} to do so ({@link zhicheng.server.clockwork.ForfeitLate} shows how): it says which may be due, and looks once more at each when its row is locked. Why they
 * end is an {@link zhicheng.server.clockwork.Ending}, its description stands in the schema ({@code DossierEnding}), its name in the table ({@code dossier_ended_reason}).
 */
package zhicheng.server.clockwork;
