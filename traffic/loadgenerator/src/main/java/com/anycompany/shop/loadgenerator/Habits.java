package com.anycompany.shop.loadgenerator;

/**
 * How likely a shopper is to do what, each from 0 to 1. The two habits that provoke errors give a trace viewer something
 * to find; those errors are counted as expected ones.
 *
 * @param unknownProduct starting from an old bookmark of a product that doesn't exist (each session)
 * @param search looking for the next product by search rather than by category or featured product
 * @param addToCart wanting the product looked at
 * @param changeQuantity changing a quantity in the cart
 * @param removeItem removing something from the cart
 * @param checkout buying what is in the cart
 * @param wallet paying by wallet rather than by card
 * @param declinedCard first trying a card that is declined, then another one
 * @param lookAtOrders looking at the order history afterwards
 */
record Habits(
        double unknownProduct,
        double search,
        double addToCart,
        double changeQuantity,
        double removeItem,
        double checkout,
        double wallet,
        double declinedCard,
        double lookAtOrders) {

    static final Habits USUAL = new Habits(0.1, 0.35, 0.7, 0.3, 0.2, 0.7, 0.3, 0.1, 0.4);
}
