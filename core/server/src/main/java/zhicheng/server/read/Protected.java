package zhicheng.server.read;

import zhicheng.server.account.BlindIndex;
import zhicheng.server.account.IdentityVault;

/**
 * A protected value that is asked for, bound as its blind index. Who may ask, and that it was written down before, is seen to where the request is executed;
 * here nothing goes to the database that is not an index, or for anybody else.
 *
 * @param value a {@link BlindIndex}, perhaps {@link Given}
 */
record Protected(Object value, String path) implements Given {

    @Override
    public Object in(Request request) {
        if (!request.viewer().isAny(IdentityVault.MAY_UNMASK)) throw new IllegalStateException(path + " is asked by somebody who may not");
        var index = (BlindIndex) Given.settled(value, request);
        if (index.complaint() != null) throw Mistake.at(path, index.complaint());
        return index.hex();
    }
}
