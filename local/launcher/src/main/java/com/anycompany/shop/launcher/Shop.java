package com.anycompany.shop.launcher;

/** The command line of the shop. */
public final class Shop {

    private Shop() {}

    public static void main(String[] args) {
        System.out.println("Shop");
    }
}
