package zhicheng.server.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.pgclient.SslMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.CannotStart;

class ReadAddressTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example.org/zhicheng,                     db.example.org, 5432, zhicheng, PREFER",
        "jdbc:postgresql://127.0.0.1:15432/test_1,                      127.0.0.1,      15432, test_1,  PREFER",
        "jdbc:postgresql://[::1]:5433/z?sslmode=disable,                ::1,            5433, z,        DISABLE",
        "jdbc:postgresql://db/z?sslmode=require&application_name=reads, db,             5432, z,        REQUIRE",
        "jdbc:postgresql://db/z?sslmode=verify-full&sslrootcert=ca.pem, db,             5432, z,        VERIFY_FULL"})
    void an_address_of_jdbc_is_understood(String url, String host, int port, String database, SslMode mode) {
        var address = ReadAddress.of(url);
        assertEquals(host, address.getHost());
        assertEquals(port, address.getPort());
        assertEquals(database, address.getDatabase());
        assertEquals(mode, address.getSslMode());
    }

    @Test
    void who_verifies_verifies_the_name_too_where_he_says_so() {
        assertEquals("HTTPS", ReadAddress.of("jdbc:postgresql://db/z?sslmode=verify-full&sslrootcert=ca.pem").getHostnameVerificationAlgorithm());
        assertTrue(!ReadAddress.of("jdbc:postgresql://db/z?sslmode=verify-full&sslrootcert=ca.pem").isTrustAll());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://db/z?ssl=true", "jdbc:postgresql://db/z?sslmode=always", "jdbc:postgresql://db/z?sslmode=verify-full",
        "jdbc:postgresql://one,two/z", "jdbc:postgresql://db/z?targetServerType=preferSecondary", "nonsense"})
    void what_is_not_understood_stops_the_start_and_says_what(String url) {
        var stopped = assertThrows(CannotStart.class, () -> ReadAddress.of(url));
        assertTrue(stopped.getMessage().contains(url) && stopped.getMessage().contains("zhicheng.database.reader-url"), stopped.getMessage());
    }
}
