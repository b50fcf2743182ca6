package zhicheng.server.read;

import java.util.List;

/**
 * What is asked of the tables: a statement with no row or one, whose only column is {@code bytea}, JSON in UTF-8.
 *
 * @param text SQL; {@code $1}, {@code $2} … stand for the values
 * @param values none is null: {@link java.util.UUID}, {@link String}, {@link Integer}, {@link Long}, {@link Boolean},
 *        {@link java.time.LocalDate}, {@link java.time.OffsetDateTime}, or an array of one of these. A value is of the type that PostgreSQL
 *        finds for its place: {@code $1::text::uuid} takes a string
 */
public record Question(String text, List<Object> values) {}
