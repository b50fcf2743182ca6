package zhicheng.server.account;

/**
 * Somebody who has no account yet, or does not say which: where he comes from, and in which request.
 *
 * @param address of the network, as the server or its proxy sees it ({@code micronaut.server.client-address-header})
 * @param request the request's id
 */
public record Visitor(String address, String request) {
    public Visitor {
        if (address == null) address = "unknown";
    }
}
