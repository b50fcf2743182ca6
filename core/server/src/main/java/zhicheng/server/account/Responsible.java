package zhicheng.server.account;

/**
 * Who answers for what is done in an account of a unit or a body (责任人: X24-6.6, J24-4.3).
 *
 * @param name as on the identity paper
 * @param identityNumber whole, kept as ciphertext and repeated nowhere; null: not told
 */
public record Responsible(String name, String identityNumber) {
    @Override
    public String toString() {
        return "responsible " + name;
    }
}
