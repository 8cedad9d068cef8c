/// The program that a container runs: it keeps the driver shell running. When a command ends the
/// driver, the next one takes over, and the tool is told; the container and its state live on. The
/// first line of its input is the nonce of the markers, so that no command can see it. What the driver
/// that was ended has left unread is dropped, up to a line with the nonce again.
enum KeeperScript {
  static let text = """
    trap : HUP INT QUIT TERM USR1 USR2
    IFS= read -r _bs_nonce || exit
    while :; do
      /bin/sh -s
      [ $? = 0 ] && exit
      printf '%s \(ContainerMark.lost)\\n' "$_bs_nonce" >&2
      printf '%s \(ContainerMark.lost)\\n' "$_bs_nonce"
      _bs_line=
      until [ "$_bs_line" = "$_bs_nonce" ]; do IFS= read -r _bs_line || exit; done
    done
    """
}
