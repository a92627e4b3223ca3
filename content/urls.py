"""The addresses of the article; included last, for a page may have any name."""

from django.urls import path

from content import views

urlpatterns = [
    path("", views.home, name="home"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("glossary/", views.glossary, name="glossary"),
    path("sources/", views.sources, name="sources"),
    path("search/", views.search, name="search"),
    path("<slug:slug>/", views.page, name="page"),
]
