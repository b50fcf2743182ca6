package zhicheng.server.region;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import zhicheng.spi.Region;

/**
 * The class loader of one region jar: it sees the JDK, the SPI and itself, and nothing of the server or of other regions.
 * The SPI is the server's: a copy of it in the jar is left aside.
 */
final class PlugInLoader extends URLClassLoader {
    private static final String SPI = Region.class.getPackageName() + ".";

    PlugInLoader(Path jar) throws MalformedURLException {
        super(jar.getFileName().toString(), new URL[] {jar.toUri().toURL()}, new SpiOnly());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(SPI)) throw new ClassNotFoundException(name + " (this server's SPI does not have it)");
        try {
            return super.findClass(name);
        } catch (ClassNotFoundException e) {
            throw new ClassNotFoundException(name + " (a region sees the JDK, the SPI and its own jar)");
        }
    }

    private static final class SpiOnly extends ClassLoader {
        private SpiOnly() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (!name.startsWith(SPI)) throw new ClassNotFoundException(name);
            return Region.class.getClassLoader().loadClass(name);
        }
    }
}
