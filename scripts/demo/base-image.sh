#!/usr/bin/env bash
# Makes a stand-in for the official Tomcat image, for machines that cannot pull it.
#
#   scripts/demo/base-image.sh NAME:TAG FOLDER
#
# It holds what the Dockerfile relies on: Java at $JAVA_HOME, Tomcat 10.1 at /usr/local/tomcat with an empty webapps,
# a shell with the usual small programs, root as the user, and "catalina.sh run" as the command. All of it comes from
# the Debian packages openjdk-17-jdk-headless and tomcat10-user on this machine. FOLDER is for the files on the way.
set -euo pipefail

readonly image=$1
readonly root=$2/rootfs

readonly java_home=/opt/java/openjdk
readonly tomcat_home=/usr/local/tomcat
readonly programs=(bash cat chmod chown cp cut dirname env expr find grep head id ls mkdir mv ps rm sed sh sleep sort
  tail test touch tr uname wc)

# Debian 12 keeps /bin and /lib below /usr.
make_folders() {
  mkdir -p "$root"/{dev,etc,proc,root,run,sys,usr/{bin,lib,lib64,sbin},var}
  mkdir -m 1777 "$root/tmp"
  local folder
  for folder in bin lib lib64 sbin; do
    ln -s "usr/$folder" "$root/$folder"
  done
  echo 'root:x:0:0:root:/root:/bin/sh' > "$root/etc/passwd"
  echo 'root:x:0:' > "$root/etc/group"
}

add_programs() {
  local name path
  for name in "${programs[@]}"; do
    # Debian's own, whatever else PATH may find first.
    path=$(PATH=/usr/bin:/bin type -P "$name")
    cp -L "$path" "$root/usr/bin/$name"
  done
}

add_java() {
  local jdk
  jdk=$(dirname "$(dirname "$(dpkg-query -L openjdk-17-jdk-headless | grep '/bin/jlink$')")")
  mkdir -p "$root$(dirname "$java_home")"
  # Not compressed: that would take twice as long here, and the registry compresses anyway.
  "$jdk/bin/jlink" --add-modules java.se,jdk.crypto.ec,jdk.unsupported \
    --strip-debug --no-header-files --no-man-pages --compress 0 --output "$root$java_home"
}

add_tomcat() {
  local home=$root$tomcat_home
  mkdir -p "$home/bin" "$home/webapps"
  # Debian links to the jars, an image needs the files.
  cp -L /usr/share/tomcat10/bin/{catalina.sh,setclasspath.sh,bootstrap.jar,tomcat-juli.jar} "$home/bin/"
  cp -rL /usr/share/tomcat10/lib "$home/lib"
  cp -r /usr/share/tomcat10/skel/conf "$home/conf"
  chmod -R a+rX "$home"
  # As in the official image, so that any user can run it.
  mkdir -m 777 "$home/logs" "$home/temp" "$home/work"
}

# The shared libraries that the files added so far are linked with. "ldd" complains about scripts, which have none, and
# names no file for a desktop library that is not installed. Java's own libraries are in place.
add_libraries() {
  find "$root/usr/bin" "$root$java_home" -type f \( -perm -u+x -o -name '*.so' \) -print0 |
    { xargs -0 ldd 2> /dev/null || true; } |
    sed -nE 's|^\t(.* => )?(/[^ ]+) \(0x.*|\2|p' |
    sort -u |
    { grep -v "^$root/" || true; } |
    while read -r library; do
      mkdir -p "$root$(dirname "$library")"
      cp -L "$library" "$root$library"
    done
}

import_image() {
  local path=$tomcat_home/bin:$java_home/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  tar -C "$root" --owner=0 --group=0 --numeric-owner -c . |
    docker import \
      --change "ENV PATH=$path CATALINA_HOME=$tomcat_home JAVA_HOME=$java_home LANG=C.UTF-8" \
      --change "WORKDIR $tomcat_home" \
      --change 'EXPOSE 8080' \
      --change 'CMD ["catalina.sh", "run"]' \
      --change 'LABEL dev.buildspec.stand-in=true' \
      --message 'stand-in made of Debian packages' \
      - "$image"
}

make_folders
add_programs
add_java
add_tomcat
add_libraries
import_image
rm -rf "$root"
