package com.anycompany.xray.local;

/** X-Ray on one machine. */
public final class XRayLocal {

    private XRayLocal() {}

    public static void main(String[] args) {
        System.out.println("XRayLocal");
    }
}
