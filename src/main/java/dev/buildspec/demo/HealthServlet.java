package dev.buildspec.demo;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What a load balancer asks before it sends requests here. */
@WebServlet("/healthz")
public class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        // A proxy on the way must not answer for a server that is down.
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print("ok\n");
    }
}
