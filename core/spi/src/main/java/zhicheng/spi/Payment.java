package zhicheng.spi;

/** The review fee: paid through whom, and what follows when it is not paid in time. Amounts are never a region's fact. */
public record Payment(Clause clause, Text through, Text unpaid) {

    public static Payment of(Clause clause, Text through, Text unpaid) {
        return new Payment(clause, through, unpaid);
    }
}
