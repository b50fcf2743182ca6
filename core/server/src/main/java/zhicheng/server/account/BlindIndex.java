package zhicheng.server.account;

/**
 * An identity number that somebody asks for: the blind index of it, made as soon as it was read. The number itself is nowhere in it, so that it gets into no
 * statement, log or message.
 *
 * @param hex the index; null where what was written is no identity number
 * @param complaint what is wrong with what was written; null where it is an identity number
 */
public record BlindIndex(String hex, String complaint) {

    public BlindIndex {
        if ((hex == null) == (complaint == null)) throw new IllegalArgumentException("an index or a complaint");
    }
}
