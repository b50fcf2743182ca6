package zhicheng.server.read;

import zhicheng.server.BadInput;

/** A request asks for something that cannot be read so: its own mistake, said with the place where it stands. */
final class Mistake {
    private Mistake() {}

    /** @param path e.g. {@code where.and[1].stage.eq} */
    static BadInput at(String path, String what) {
        return new BadInput(path + ": " + what);
    }
}
