package dev.buildspec.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AppTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static AppServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new AppServer();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void homePageNamesTheBuild() throws Exception {
        var answer = get("/");
        var build = BuildInfo.load();

        assertEquals(200, answer.statusCode());
        assertEquals("text/html;charset=UTF-8", answer.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(answer.body().contains("Version " + build.version()), answer.body());
        assertTrue(answer.body().contains("<code>" + build.commit() + "</code>"), answer.body());
    }

    @Test
    void mavenFilledInTheBuild() {
        var build = BuildInfo.load();

        assertFalse(build.version().contains("${"), build.version());
        assertFalse(build.commit().contains("${"), build.commit());
    }

    @Test
    void healthCheckAnswersOk() throws Exception {
        var answer = get("/healthz");

        assertEquals(200, answer.statusCode());
        assertEquals("ok\n", answer.body());
    }

    @Test
    void unknownPathIsNotFound() throws Exception {
        assertEquals(404, get("/nothing-here").statusCode());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.uri(path)).timeout(Duration.ofSeconds(10)).build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }
}
