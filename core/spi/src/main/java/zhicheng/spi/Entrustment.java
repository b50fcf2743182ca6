package zhicheng.spi;

/**
 * What a notice says of reviews that are entrusted to a committee (委托评审): by which channel they come, that the unit entrusts them by a letter, and who agrees to it.
 * Since 1.3.
 *
 * @param channel id of the channel by which they come
 * @param consent who agrees to the letter before the committee has the dossier; where it is not said, nobody is asked here
 * @param reach how far the committees lie to which they are entrusted
 */
public record Entrustment(String id, Clause clause, String channel, Text what, Said<Consent> consent, Reach reach) {

    public static Entrustment of(String id, Clause clause, String channel, Text what, Said<Consent> consent, Reach reach) {
        return new Entrustment(id, clause, channel, what, consent, reach);
    }

    /** Who agrees to a letter. */
    public record Consent(Clause clause, Channel.Kind by) {
        public static Consent of(Clause clause, Channel.Kind by) {
            return new Consent(clause, by);
        }
    }

    /** How far the committees lie to which reviews are entrusted. */
    public enum Reach {
        /** In the region itself (我市). */
        REGION,
        /** In the region's province (我省). */
        PROVINCE
    }
}
