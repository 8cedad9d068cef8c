package dev.buildspec.demo;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The page that says which build is running. */
// The empty pattern is the root path alone; "/" would take every unknown path as well.
@WebServlet("")
public class HomeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>buildspec demo</title></head>
            <body>
            <h1>buildspec demo</h1>
            <p>Version %s, commit <code>%s</code></p>
            </body>
            </html>
            """;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var build = BuildInfo.load();
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().printf(PAGE, build.version(), build.commit());
    }
}
