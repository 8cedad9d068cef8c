# The demo web app on Tomcat. Built by buildspec.yml after Maven has made the WAR.
#
# From Docker Hub. If its limit on anonymous pulls is in the way, public.ecr.aws/docker/library/tomcat:10.1-jre17 is
# the same image on Amazon's public registry.
FROM tomcat:10.1-jre17

# Tomcat runs as a user who owns nothing here, so two things are settled while we are root: it serves the WAR as it is
# instead of unpacking it into webapps, and the one folder that it wants to create is there.
RUN sed -i 's/unpackWARs="true"/unpackWARs="false"/' conf/server.xml \
 && grep -q 'unpackWARs="false"' conf/server.xml \
 && mkdir -p conf/Catalina/localhost

# The name ROOT puts the app at "/" instead of "/app".
COPY target/app.war webapps/ROOT.war

# Numbers, not a name: they need no account in the image, and a cluster can check that they are not root.
USER 10001:10001

# No HEALTHCHECK: Amazon ECS and Kubernetes look only at their own settings, and the image may have no client to call
# /healthz with. Point the load balancer or the task definition at /healthz instead.
