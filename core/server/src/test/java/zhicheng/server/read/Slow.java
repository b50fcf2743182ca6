package zhicheng.server.read;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** A database that takes a second longer for every statement but the transaction's settings. */
final class Slow {
    private Slow() {}

    static DataSource source(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(Slow.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, arguments) -> {
            var result = call(source, method, arguments);
            return result instanceof Connection connection ? slow(connection) : result;
        });
    }

    private static Connection slow(Connection connection) {
        return (Connection) Proxy.newProxyInstance(Slow.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
            if (method.getName().equals("prepareStatement") && !arguments[0].toString().contains("set_config"))
                return connection.prepareStatement("with slow as materialized (select pg_sleep(1)) select answer.* from slow, (" + arguments[0] + ") answer");
            return call(connection, method, arguments);
        });
    }

    private static Object call(Object on, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
