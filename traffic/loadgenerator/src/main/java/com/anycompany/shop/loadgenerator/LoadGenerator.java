package com.anycompany.shop.loadgenerator;

/** Realistic shoppers. */
public final class LoadGenerator {

    private LoadGenerator() {}

    public static void main(String[] args) {
        System.out.println("LoadGenerator");
    }
}
