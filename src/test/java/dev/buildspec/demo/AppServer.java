package dev.buildspec.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.WebResourceRoot;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.DirResourceSet;
import org.apache.catalina.webresources.StandardRoot;
import org.apache.tomcat.util.scan.StandardJarScanner;

/**
 * The app in a real Tomcat on a free port, for tests.
 *
 * <p>Tomcat finds the servlets by their annotations, as it does in the image, so a wrong path in an annotation fails
 * a test.
 */
final class AppServer implements AutoCloseable {

    // Kept in a field, as a logger that nobody holds loses its level.
    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

    static {
        // Tomcat's start and stop lines would hide the tests' own.
        TOMCAT_LOG.setLevel(Level.SEVERE);
    }

    private final Path home;
    private final Tomcat tomcat = new Tomcat();

    AppServer() throws IOException, LifecycleException {
        home = Files.createTempDirectory("demo-tomcat");
        tomcat.setBaseDir(home.toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getHost().addChild(app());
        tomcat.start();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
    }

    @Override
    public void close() throws LifecycleException, IOException {
        tomcat.stop();
        tomcat.destroy();
        deleteTree(home);
    }

    private StandardContext app() throws IOException {
        var context = new StandardContext();
        context.setName("");
        context.setPath("");
        context.setDocBase(Files.createDirectory(home.resolve("docs")).toString());
        context.setResources(classesOf(context));
        // The servlet API comes from the tests' class path.
        context.setParentClassLoader(AppServer.class.getClassLoader());
        // Only the app's own classes are looked at, not the jars of the tests.
        var scanner = new StandardJarScanner();
        scanner.setScanClassPath(false);
        context.setJarScanner(scanner);

        var config = new ContextConfig();
        // Tomcat's own web.xml wants JSP, which the app does not use.
        config.setDefaultWebXml(tomcat.noDefaultWebXmlPath());
        context.addLifecycleListener(config);
        return context;
    }

    private static WebResourceRoot classesOf(StandardContext context) {
        var resources = new StandardRoot(context);
        var classes = new File("target/classes").getAbsolutePath();
        resources.addPreResources(new DirResourceSet(resources, "/WEB-INF/classes", classes, "/"));
        return resources;
    }

    private static void deleteTree(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
