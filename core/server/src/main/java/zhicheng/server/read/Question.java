package zhicheng.server.read;

import java.time.Instant;
import java.util.List;

/**
 * What is asked of the tables: a statement with no row or one, whose only column is {@code bytea}, JSON in UTF-8.
 *
 * @param text SQL; {@code $1}, {@code $2} … stand for the values
 * @param values none is null: {@link java.util.UUID}, {@link String}, {@link Integer}, {@link Long}, {@link Boolean},
 *        {@link java.time.LocalDate}, {@link java.time.OffsetDateTime}, or an array of one of these. A value is of the type that PostgreSQL
 *        finds for its place: {@code $1::text::uuid} takes a string
 * @param at the official time of the request, which the transaction knows; null: that of the moment in which it is sent
 */
public record Question(String text, List<Object> values, Instant at) {

    /** Of no request. */
    public Question(String text, List<Object> values) {
        this(text, values, null);
    }
}
