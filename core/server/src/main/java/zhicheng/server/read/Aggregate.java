package zhicheng.server.read;

/** What many rows come to in one number. */
public enum Aggregate {
    COUNT, SUM, AVERAGE, MIN, MAX;

    /** @param value the expression that is gathered; of COUNT none */
    Sql of(Sql value) {
        return switch (this) {
            case COUNT -> Sql.of("count(*)");
            case SUM -> Sql.of("coalesce(sum({}), 0)::numeric", value);
            case AVERAGE -> Sql.of("round(avg({}), 2)", value); // as it is shown, so it is compared
            case MIN -> Sql.of("min({})", value);
            case MAX -> Sql.of("max({})", value);
        };
    }

    /** A field as it is compared once it is measured: of no rows there is no least, no greatest and no average, whatever the column, and the sum is 0. */
    Noun.Field measured(Noun.Field field) {
        return switch (this) {
            case COUNT -> field;
            case SUM -> new Noun.Field(field.name(), field.column(), Scalar.MEASURE, false, field.served());
            case AVERAGE -> new Noun.Field(field.name(), field.column(), Scalar.MEASURE, true, field.served());
            case MIN, MAX -> new Noun.Field(field.name(), field.column(), field.scalar(), true, field.served());
        };
    }
}
