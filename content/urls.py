"""The addresses of the article; included last, for a page may have any name."""

from django.urls import path

from content import views

urlpatterns = [
    path("", views.home, name="home"),
    path("<slug:slug>/", views.page, name="page"),
]
