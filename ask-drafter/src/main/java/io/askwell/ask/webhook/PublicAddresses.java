package io.askwell.ask.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Tells addresses of the open Internet from those of this machine, of private networks and of no network at all. */
final class PublicAddresses {

    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = Byte.toUnsignedInt(bytes[0]);
        int second = Byte.toUnsignedInt(bytes[1]);
        int third = Byte.toUnsignedInt(bytes[2]);
        boolean thisNetwork = first == 0;
        boolean sharedByCarriers = first == 100 && second >= 64 && second < 128;
        boolean protocolAssignments = first == 192 && second == 0 && third == 0;
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        boolean reserved = first >= 240;
        return !(thisNetwork || sharedByCarriers || protocolAssignments || benchmarks || reserved);
    }

    /** Only 2000::/3 is the open Internet, but for its parts that carry IPv4 addresses, private ones perhaps. */
    private static boolean isPublic6(byte[] bytes) {
        if ((bytes[0] & 0xe0) != 0x20) {
            return false;
        }
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return !teredo && !sixToFour;
    }
}
